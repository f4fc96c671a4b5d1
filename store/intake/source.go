package intake

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"

	"souk/model"
)

// Source is drafts as they lie in a file or come through a pipe. Name stands in the problems and may tell the format.
type Source struct {
	Name   string
	Data   []byte
	Format Format
}

// Read reads the drafts of one source. The drafts are empty where a problem is an Error.
func Read(name string, data []byte, format Format) (model.Drafts, []Problem) {
	return Merge(Source{Name: name, Data: data, Format: format})
}

// Merge reads several sources as one marketplace, for instance a file per team. Names are looked up across all of them, so a parent team
// may stand in another file. A team that several sources name is one team: their objectives follow each other, and for what is said
// twice the first source has the word. The drafts are empty where a problem is an Error.
func Merge(sources ...Source) (model.Drafts, []Problem) {
	r := newReader()
	for _, s := range sources {
		r.open(s.Name)
		r.source(s)
	}
	return r.result()
}

// ReadFile is Read for a file, whose format is detected.
func ReadFile(path string) (model.Drafts, []Problem) { return ReadFiles(Auto, path) }

// ReadFiles is Merge for files. It reads regular files only.
func ReadFiles(format Format, paths ...string) (model.Drafts, []Problem) {
	r := newReader()
	for _, path := range paths {
		r.open(path)
		if data, ok := r.load(path); ok {
			r.source(Source{Name: path, Data: data, Format: format})
		}
	}
	return r.result()
}

// load reads a regular file: a pipe or a device might never end.
func (r *reader) load(path string) ([]byte, bool) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.fail(place{}, "check the name and the folder", "There is no such file")
		return nil, false
	case err == nil && info.IsDir():
		r.fail(place{}, "name the files in it", "This is a folder")
		return nil, false
	case err == nil && !info.Mode().IsRegular():
		r.fail(place{}, "save its content into a file first", "This is not a regular file")
		return nil, false
	case err != nil:
		r.unreadable(err)
		return nil, false
	}
	f, err := os.Open(path)
	if err != nil {
		r.unreadable(err)
		return nil, false
	}
	defer f.Close() //nolint:errcheck // only read from
	data, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	if err != nil {
		r.unreadable(err)
		return nil, false
	}
	return data, true
}

func (r *reader) unreadable(err error) {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	r.fail(place{}, "check that you may read it", "The file cannot be read: %s", model.Clean(err.Error()).Line())
}

// source reads what was opened last.
func (r *reader) source(s Source) {
	if len(s.Data) > MaxFile {
		r.fail(place{}, "split it into one file per team", "The file is larger than %d MB", MaxFile>>20)
		return
	}
	if s.Format == Auto {
		if s.Format = Detect(s.Name, s.Data); s.Format == Auto {
			r.fail(place{}, "export the drafts as YAML, JSON or CSV", "This is %s, which is not read as drafts", foreign(s.Name, s.Data))
			return
		}
	}
	text, ok := r.unicode(s)
	if !ok {
		return
	}
	failures, texts := r.counts[Error], r.texts
	root, ok := r.parse(s.Format, text)
	if !ok {
		return
	}
	refuseTwins(&r.problems, &root)
	r.root(&root)
	if r.texts == texts && r.counts[Error] == failures {
		r.fail(at(1, 1), "give it teams with their objectives", "There is nothing to import in the file")
	}
	r.tellRemoved()
}

// unicode is the text of a source. A CSV file that is not Unicode was most likely written by a spreadsheet on Windows.
func (r *reader) unicode(s Source) ([]byte, bool) {
	text, ok := decode(s.Data)
	switch {
	case ok:
		return text, true
	case s.Format == CSV:
		r.warn(firstInvalid(text), "check the accents and umlauts, or save it as “CSV UTF-8”", "The file is not UTF-8 and was read as windows-1252")
		return fromWindows(text), true
	}
	r.fail(firstInvalid(text), "save the file as UTF-8", "The file is not UTF-8 here")
	return nil, false
}

func (r *reader) parse(f Format, text []byte) (node, bool) {
	if len(bytes.TrimSpace(text)) == 0 {
		r.fail(at(1, 1), "give it teams with their objectives", "There is nothing in the file")
		return node{}, false
	}
	switch f {
	case JSON:
		return parseJSON(&r.problems, text)
	case CSV:
		return parseCSV(&r.problems, text)
	default:
		return parseYAML(&r.problems, text)
	}
}

func (r *reader) tellRemoved() {
	if c := r.removed; c.texts > 0 {
		r.warn(c.first, "compare the texts with the file if that matters",
			"Characters that cannot be shown were taken out: %d, from %d texts, here first", c.characters, c.texts)
	}
	r.removed = removed{}
}
