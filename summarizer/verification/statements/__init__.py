"""Any sentence: taken apart, its passages found, each kind of claim judged by its own rule."""
