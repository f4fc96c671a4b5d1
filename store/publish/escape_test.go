package publish

import "testing"

func TestMarkdownText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Raise it from 71 % to 97 %", "Raise it from 71 % to 97 %"},
		{"Fraud & Identity, R&D", "Fraud & Identity, R&D"},
		{"NPS > 40, 2027-Q1", "NPS > 40, 2027-Q1"},
		{"1.5 million", "1.5 million"},
		{"1. first", `1\. first`},
		{"12) twelfth", `12\) twelfth`},
		{"1.", `1\.`},
		{"# title", `\# title`},
		{"- item", `\- item`},
		{"> said", `\> said`},
		{"a | b", `a \| b`},
		{`a \| b`, `a \\\| b`},
		{`end \`, `end \\`},
		{"two\n# lines", `two \# lines`},
		{"`x`", "\\`x\\`"},
		{"[x](javascript:y)", `\[x\](javascript:y)`},
		{"<b>", "&lt;b>"},
		{"&copy; &#60; & ;", `&amp;copy; &\#60; & ;`},
		{"_a_ *b* ~~c~~ $d$", `\_a\_ \*b\* \~\~c\~\~ \$d\$`},
		{"  spaced  out  ", "spaced out"},
		{"", ""},
	} {
		if got := markdownText(c.in); got != c.want {
			t.Errorf("markdownText(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
