import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type VoteChoice = 'for' | 'against' | 'blank' | 'abstain'

const choiceWords: Record<VoteChoice, { label: string; icon: IconName }> = {
  for: { label: 'Pour', icon: 'check' },
  against: { label: 'Contre', icon: 'cross' },
  blank: { label: 'Blanc', icon: 'square' },
  abstain: { label: 'Abstention', icon: 'dash' },
}
const allChoices: readonly VoteChoice[] = ['for', 'against', 'blank', 'abstain']

type VoteChoicesProps = {
  /** « Résolution 2, Budget 2027 »: read aloud before whose voices these are. */
  question?: string
  /** « Dr Claire Morel »: whose voices these are. */
  voter: string
  /** « 3 voix », « 1 vote » */
  weight: string
  /** Who presses, when it is for somebody else: « par pouvoir ». */
  byProxy?: boolean
  choices?: readonly VoteChoice[]
  /** Other choices than these four (an election): value and words. */
  options?: readonly { value: string; label: string }[]
  name?: string
  /** The choice already received; a press on another replaces it while the vote is open. */
  current?: string | null
  /** What is said beside it. */
  currentWord?: string
  /** `radios` where several votes are sent at once. */
  as?: 'buttons' | 'radios'
  disabled?: boolean
  /** The receipt, on the same screen. */
  receipt?: ReactNode
}

/** Full-width choices, 60 px high, the voter and his voices above, the receipt below. Stands inside its own form. */
export function VoteChoices({
  question,
  voter,
  weight,
  byProxy = false,
  choices = allChoices,
  options,
  name = 'choice',
  current,
  currentWord = 'Votre vote',
  as = 'buttons',
  disabled,
  receipt,
}: VoteChoicesProps) {
  const lines =
    options?.map((option) => ({ ...option, icon: 'square' as const })) ??
    choices.map((value) => ({ value, ...choiceWords[value] }))
  return (
    <fieldset className="max-w-lg" disabled={disabled}>
      <legend className="mb-3 text-[1.1875rem] leading-snug">
        {question ? <span className="sr-only">{question}. </span> : null}
        Vous votez pour <strong>{voter}</strong> ({weight}
        {byProxy ? ', par pouvoir' : ''})
      </legend>
      <div className="space-y-3">
        {lines.map(({ value, label, icon }) => (
          <VoteLine
            key={value}
            name={name}
            value={value}
            label={label}
            icon={icon}
            chosen={current === value}
            chosenWord={currentWord}
            as={as}
          />
        ))}
      </div>
      <div className="mt-4">{receipt}</div>
    </fieldset>
  )
}

const lineClass =
  'flex min-h-15 w-full items-center gap-4 rounded-control border-2 border-ink bg-surface px-5 py-3 text-left text-[1.25rem] font-semibold text-ink ' +
  'hover:bg-accent-soft disabled:cursor-not-allowed disabled:border-rule-strong'
const chosenClass =
  'aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent'

type LineProps = {
  name: string
  value: string
  label: string
  icon: IconName
  chosen: boolean
  chosenWord: string
  as: 'buttons' | 'radios'
}

function VoteLine({ name, value, label, icon, chosen, chosenWord, as }: LineProps) {
  if (as === 'radios')
    return (
      <label
        className={`${lineClass} ${chosenClass} cursor-pointer has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent`}
      >
        <input type="radio" name={name} value={value} defaultChecked={chosen} className="peer sr-only" />
        <Icon name={icon} size={26} />
        <span className="flex-1">{label}</span>
        <span className="invisible text-base font-normal peer-checked:visible" aria-hidden="true">
          Votre choix
        </span>
      </label>
    )
  return (
    <button type="submit" name={name} value={value} aria-pressed={chosen} className={`${lineClass} ${chosenClass}`}>
      <Icon name={icon} size={26} />
      <span className="flex-1">{label}</span>
      {chosen ? <span className="text-base font-normal">{chosenWord}</span> : null}
    </button>
  )
}

/** Proof that a ballot was received: number, time; what it holds stays secret when the vote is. */
export function VoteReceipt({ number, time, children }: { number: string; time: string; children?: ReactNode }) {
  return (
    <div className="border-l-4 border-accent bg-accent-soft px-4 py-3">
      <p className="flex items-center gap-2 font-semibold text-accent-strong">
        <Icon name="success" /> Vote reçu à {time}
      </p>
      <p>
        Reçu n<sup>o</sup>&nbsp;<span className="break-all font-semibold">{number}</span>
      </p>
      {children}
    </div>
  )
}
