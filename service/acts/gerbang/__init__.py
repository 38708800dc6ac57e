"""Before the public: what a file gives away, and the copies that give nothing away."""
