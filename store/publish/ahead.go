package publish

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"souk/model"
	"souk/workshop"
	"souk/workshop/report"
)

// Pages says what WriteAhead did.
type Pages struct {
	Folder                  string
	New, Changed, Unchanged int
}

// Total is the number of pages.
func (p Pages) Total() int { return p.New + p.Changed + p.Unchanged }

// WriteAhead writes for every team the page that it gets before the workshop, as Markdown, into a folder, which is made where there is none.
// A page of an earlier time is replaced where it differs; a file of that name that is no such page stops it before anything is written, and
// other files in the folder stay as they are. The error is a sentence for people.
func WriteAhead(folder string, s *workshop.State) (Pages, error) {
	p := Pages{Folder: folder}
	stalls := s.Stalls()
	if len(stalls) == 0 {
		return p, errors.New("there is no team yet, so there is no page to write: load drafts first, with souk import")
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return p, explain(folder, err)
	}
	taken := map[string]bool{}
	var pages []page
	for _, t := range stalls {
		one := page{path: filepath.Join(folder, pageName(t, taken)), text: aheadPage(s, t)}
		old, err := earlier(one.path)
		switch {
		case err != nil:
			return p, err
		case old == nil:
			p.New++
		case bytes.Equal(old, one.text):
			p.Unchanged++
			continue
		default:
			p.Changed++
		}
		pages = append(pages, one)
	}
	for _, one := range pages {
		if err := writeWhole(one.path, func(w io.Writer) error { _, err := w.Write(one.text); return err }); err != nil {
			return p, err
		}
	}
	return p, nil
}

// page is one file to be written.
type page struct {
	path string
	text []byte
}

// earlier is the page of an earlier time, nil where there is none.
func earlier(path string) ([]byte, error) {
	if err := mayWrite(path); err != nil {
		return nil, err
	}
	old, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, explain(path, err)
	}
	if title, _, _ := bytes.Cut(old, []byte("\n")); !bytes.HasSuffix(bytes.TrimSpace(title), []byte(report.AheadTitle)) {
		return nil, fmt.Errorf("%s is there already and is no page of souk; choose another folder with -o", shown(path))
	}
	return old, nil
}

// pageName is the name of a team's file; teams whose names look alike get a number.
func pageName(t model.Team, taken map[string]bool) string {
	const tail = ".md"
	stem := slug(t.Name.Line(), maxName-len(tail)-4)
	if stem == "" {
		stem = "team"
	}
	name := stem
	for n := 2; taken[name]; n++ {
		name = fmt.Sprintf("%s-%d", stem, n)
	}
	taken[name] = true
	return name + tail
}

func aheadPage(s *workshop.State, t model.Team) []byte {
	var page bytes.Buffer
	b := bufio.NewWriter(&page)
	writeDocument(b, report.Ahead(s, t.ID))
	_ = b.Flush() // into memory
	return page.Bytes()
}
