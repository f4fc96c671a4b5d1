package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"souk/model"
	"souk/store"
	"souk/workshop"
	"souk/workshop/detect"
)

func newGlossary(p process) *cobra.Command {
	var adds []string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "glossary FILE.souk",
		Short: "What words mean the same to the detector",
		Long:  "What words mean the same to the detector: those of the workshop first, then the built-in glossary in English and German.",
		Args:  arguments(cobra.ExactArgs(1)),
	}
	cmd.Flags().StringArrayVar(&adds, "add", nil, "treat two words as the same: --add \"X = Y\" (may be repeated)")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		intents, err := equations(adds)
		if err != nil {
			return err
		}
		state, err := p.glossaryOf(args[0], intents)
		if err != nil {
			return err
		}
		if asJSON {
			return writeGlossary(p, state)
		}
		return tellGlossary(p, state, len(intents) > 0)
	}
	return cmd
}

// equations reads “X = Y”.
func equations(adds []string) ([]workshop.Intent, error) {
	var all []workshop.Intent
	for _, add := range adds {
		word, same, ok := strings.Cut(add, "=")
		if !ok {
			return nil, usageError{fmt.Errorf("“%s” says no two words: write “X = Y”", shown(add))}
		}
		trim := func(s string) model.Text { return model.Clean(strings.TrimSpace(s)) }
		all = append(all, workshop.TreatAs{Word: trim(word), Same: trim(same)})
	}
	return all, nil
}

// glossaryOf is the workshop after what was added.
func (p process) glossaryOf(path string, intents []workshop.Intent) (*workshop.State, error) {
	if len(intents) == 0 {
		loaded, err := store.Read(path)
		if err != nil {
			return nil, err
		}
		return loaded.Session.State(), nil
	}
	file, loaded, err := store.Open(path)
	if err != nil {
		return nil, err
	}
	entries, err := loaded.Session.DoAll(p.now(), model.Text{}, intents...)
	if err == nil {
		err = file.Append(entries, nil)
	}
	return loaded.Session.State(), errors.Join(err, file.Close())
}

// glossaryJSON is the schema souk.glossary/1.
type glossaryJSON struct {
	Schema   string         `json:"schema"`
	Workshop [][2]string    `json:"workshop"` // words that mean the same here
	BuiltIn  []conceptsJSON `json:"built_in"`
}

type conceptsJSON struct {
	Concept string   `json:"concept"`
	English []string `json:"english"`
	German  []string `json:"german"`
}

func writeGlossary(p process, s *workshop.State) error {
	doc := glossaryJSON{Schema: "souk.glossary/1", Workshop: [][2]string{}}
	for _, w := range s.Words {
		doc.Workshop = append(doc.Workshop, [2]string{w[0].Line(), w[1].Line()})
	}
	for _, e := range detect.Glossary() {
		doc.BuiltIn = append(doc.BuiltIn, conceptsJSON(e))
	}
	enc := json.NewEncoder(p.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(doc)
}

// tellGlossary prints the words for people; the built-in ones only where nothing was added.
func tellGlossary(p process, s *workshop.State, short bool) error {
	w := bufio.NewWriter(p.out)
	fmt.Fprintln(w, "In this workshop:")
	for _, pair := range s.Words {
		fmt.Fprintf(w, "  %s = %s\n", pair[0].Line(), pair[1].Line())
	}
	if len(s.Words) == 0 {
		fmt.Fprintln(w, "  nothing yet; add what means the same here with --add \"X = Y\"")
	}
	if !short {
		fmt.Fprintln(w, "\nBuilt in:")
		for _, e := range detect.Glossary() {
			fmt.Fprintf(w, "  %s: %s; %s\n", e.Concept, strings.Join(e.English, ", "), strings.Join(e.German, ", "))
		}
	}
	return w.Flush()
}
