"""What the benchmarks share: content to measure on, programs timed, figures put into words."""
