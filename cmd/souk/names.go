package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"souk/model"
)

// shown is a path as it may be printed: names can hold anything, escape sequences too.
func shown(path string) string { return model.Clean(path).Line() }

// isWorkshop tells a workshop file by its name.
func isWorkshop(path string) bool { return strings.EqualFold(filepath.Ext(path), ".souk") }

// mayCreate refuses a name that would not be taken for a workshop file later.
func mayCreate(path string) error {
	if isWorkshop(path) {
		return nil
	}
	return usageError{fmt.Errorf("a workshop file is called NAME.souk, and %s is not", shown(path))}
}
