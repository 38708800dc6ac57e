"""Pages of signatures: the desks, what is out, what came back, copies, certificates, proof."""
