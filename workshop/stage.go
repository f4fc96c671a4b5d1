package workshop

// Stage is one step of the walk.
type Stage string

// The stages of a live workshop.
const (
	CheckInStage    Stage = "check-in"
	StrategyStage   Stage = "strategy"
	StallsStage     Stage = "stalls"
	DependencyStage Stage = "dependencies"
	DuplicateStage  Stage = "duplicates"
	SynergyStage    Stage = "synergies"
	RegroupStage    Stage = "regroup"
	AgreementStage  Stage = "agreement"
	CloseStage      Stage = "close"
	PublishStage    Stage = "publish"
)

// Stages lists the stages in the order of the walk.
func Stages() []Stage {
	return []Stage{
		CheckInStage, StrategyStage, StallsStage, DependencyStage, DuplicateStage,
		SynergyStage, RegroupStage, AgreementStage, CloseStage, PublishStage,
	}
}
