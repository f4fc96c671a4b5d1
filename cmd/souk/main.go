// Command souk runs the marketplace where teams align their drafted OKRs.
//
// One short file per command. main only hands the process to run, which the tests call with their own arguments, streams and
// clock.
package main

import (
	"context"
	"os"
	"time"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], process{in: os.Stdin, out: os.Stdout, err: os.Stderr, env: os.Getenv, now: time.Now}))
}
