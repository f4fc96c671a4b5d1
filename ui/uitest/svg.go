package uitest

import (
	"fmt"
	"html"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"souk/ui/theme"
)

// The size of a cell in the picture, in user units.
const (
	cellWidth  = 8.4
	cellHeight = 18
	fontSize   = 14
	pictureGap = 12
)

// SVG draws a screen of the app as a still picture: each run of one style is a text that is stretched to its cells, so any monospaced
// font lines up.
func SVG(screen string, st *theme.Styles, width int) []byte {
	rows := strings.Count(screen, "\n") + 1
	cells := uv.NewScreenBuffer(width, rows)
	cells.Method = ansi.GraphemeWidth
	uv.NewStyledString(screen).Draw(cells, cells.Bounds())
	w, h := float64(width)*cellWidth+2*pictureGap, rows*cellHeight+2*pictureGap
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" viewBox="0 0 %.0f %d" `+
		`font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="%d">`+"\n", w, h, w, h, fontSize)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", hex(st.Background, "#14161d"))
	for y, line := range cells.Lines {
		drawRuns(&b, line, y, st)
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

// run is some cells side by side in one style.
type run struct {
	x, cells int
	style    uv.Style
	text     strings.Builder
}

func drawRuns(b *strings.Builder, line uv.Line, y int, st *theme.Styles) {
	var r *run
	flush := func() {
		if r != nil {
			r.draw(b, y, st)
		}
		r = nil
	}
	for x := 0; x < len(line); {
		c := line[x]
		width := max(c.Width, 1)
		if r == nil || !r.style.Equal(&c.Style) {
			flush()
			r = &run{x: x, style: c.Style}
		}
		r.text.WriteString(c.Content)
		r.cells += width
		x += width
	}
	flush()
}

func (r *run) draw(b *strings.Builder, y int, st *theme.Styles) {
	x, top, width := pictureGap+float64(r.x)*cellWidth, pictureGap+y*cellHeight, float64(r.cells)*cellWidth
	ink, ground := hex(r.style.Fg, hex(st.Foreground, "#e8e9f0")), hex(r.style.Bg, "")
	if ground != "" && ground != hex(st.Background, "") {
		fmt.Fprintf(b, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`, x, top, width, cellHeight, ground)
	}
	text := r.text.String()
	if strings.TrimSpace(text) == "" {
		return
	}
	weight := ""
	if r.style.Attrs&uv.AttrBold != 0 {
		weight = ` font-weight="bold"`
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%d" textLength="%.1f" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="%s"%s>%s</text>`+"\n",
		x, top+fontSize, width, ink, weight, html.EscapeString(text))
}

func hex(c interface{ RGBA() (r, g, b, a uint32) }, otherwise string) string {
	if c == nil {
		return otherwise
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
