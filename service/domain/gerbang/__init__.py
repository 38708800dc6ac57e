"""The gate before the public: what a file gives away, who let it pass, what is shown instead."""
