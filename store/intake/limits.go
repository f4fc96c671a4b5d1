package intake

// MaxFile is the size in bytes of the largest source. Who reads from a pipe should stop one byte behind it.
const MaxFile = 16 << 20

// What a source may hold. 10,000 objectives with three plain key results each need a third of it.
const (
	maxNodes   = 500_000 // in YAML and JSON
	maxDepth   = 32
	maxRows    = 100_000 // in CSV
	maxColumns = 64
	maxCells   = 1_000_000
	maxID      = 100 // characters
)
