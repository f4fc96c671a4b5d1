package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"souk/model"
)

// findingsSchema is what “souk detect --json” writes, and what any program may write that finds relations.
const findingsSchema = "souk.findings/1"

// foundFile is a file of findings.
type foundFile struct {
	Schema   string  `json:"schema"`
	Source   string  `json:"source"`
	Findings []found `json:"findings"`
}

// found is one finding as another program writes it down: teams by name, objectives by title, everything also by number.
type found struct {
	Kind    string        `json:"kind"`
	Score   *float64      `json:"score"`
	Card    string        `json:"card"`
	Status  string        `json:"status"`
	A       foundSide     `json:"a"`
	B       foundSide     `json:"b"`
	Reasons []foundReason `json:"reasons"`
	Reason  string        `json:"reason"` // a single one in its words
}

type foundSide struct {
	Team       string   `json:"team"`
	Objective  called   `json:"objective"`
	KeyResults []called `json:"key_results"`
}

type foundReason struct {
	Text  string      `json:"text"`
	Spans []foundSpan `json:"spans"`
}

type foundSpan struct {
	Team      string `json:"team"`
	Objective called `json:"objective"`
	KeyResult int    `json:"key_result"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

// called is how something is called: by its words, or by its number in its list, counted from 1.
type called struct {
	words model.Text
	n     int
}

// UnmarshalJSON reads a string or a whole number. “Objective 2” and “Key result 2”, as a brief heads them, are numbers, too.
func (c *called) UnmarshalJSON(b []byte) error {
	var words string
	if json.Unmarshal(b, &words) == nil {
		c.words = model.Clean(words)
		number := model.Fold(c.words)
		for _, heading := range []string{"objective ", "key result "} {
			number = strings.TrimPrefix(number, heading)
		}
		c.n, _ = strconv.Atoi(number)
		return nil
	}
	return json.Unmarshal(b, &c.n)
}

func (c called) isEmpty() bool { return c.words.IsEmpty() && c.n == 0 }

// String is how people read it.
func (c called) String() string {
	if c.words.IsEmpty() {
		return strconv.Itoa(c.n)
	}
	return "“" + c.words.Line() + "”"
}

// document is the JSON object in an answer as people copy it out of a chat: from the first line that begins one to the last that ends one, without
// the words or the fence around it. What holds no such lines is left as it is.
func document(answer []byte) []byte {
	at, first, last := 0, -1, -1
	for line := range bytes.Lines(answer) {
		text := bytes.TrimSpace(line)
		if first < 0 && bytes.HasPrefix(text, []byte("{")) {
			first = at
		}
		at += len(line)
		if first >= 0 && bytes.HasSuffix(text, []byte("}")) {
			last = at
		}
	}
	if last < 0 {
		return answer
	}
	return answer[first:last]
}

// parseFindings reads a file of findings, all of it or nothing. Words around the document are no part of it.
func parseFindings(name string, data []byte) (foundFile, error) {
	var doc foundFile
	shown := model.Clean(name).Line()
	if len(data) > MaxFile {
		return doc, fmt.Errorf("%s: the file is larger than %d MB; split it", shown, MaxFile>>20)
	}
	d := json.NewDecoder(bytes.NewReader(document(data)))
	err := d.Decode(&doc)
	if err == nil {
		if _, end := d.Token(); !errors.Is(end, io.EOF) {
			err = errors.New("something follows the document")
		}
	}
	switch {
	case err != nil:
		return foundFile{}, fmt.Errorf("%s: this is no file of findings (%s); write what “souk findings brief” asks for, or “souk detect --json” writes", shown, model.Clean(err.Error()).Line())
	case doc.Schema != findingsSchema:
		return foundFile{}, fmt.Errorf("%s: the schema is “%s”, not “%s”; write what “souk findings brief” asks for, or “souk detect --json” writes", shown, model.Clean(doc.Schema).Line(), findingsSchema)
	case doc.Source == "":
		doc.Source = name
	}
	return doc, nil
}
