package review

import "souk/model"

// KindOf tells what a key result is.
func KindOf(k model.KeyResult) Kind {
	l := read(k.Text.String())
	return kindOf(&l, quantityOf(&l, k), !k.Metric.IsEmpty())
}
