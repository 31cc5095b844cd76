import { useEffect, useRef } from 'react'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import type { FormChoice } from './use-cast'

/** The choice as one sentence says it back. */
export const CHOICE_SENTENCES: Record<FormChoice, string> = {
  for: 'Vous votez pour',
  against: 'Vous votez contre',
  blank: 'Vous votez blanc',
  abstain: 'Vous vous abstenez',
}

export const FINAL = 'Ce choix est secret et définitif : une fois envoyé, ni vous ni personne ne peut le changer.'

type FinalChoiceProps = {
  choice: FormChoice
  /** « Dr Claire Morel », or several names */
  voter: string
  weight: string
  sending: boolean
  onConfirm: () => void
  onBack: () => void
}

/** Before a secret vote leaves: the choice is said back, below the choices, which stay where they were under the thumb. */
export function FinalChoice({ choice, voter, weight, sending, onConfirm, onBack }: FinalChoiceProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [choice])
  return (
    <div className="space-y-3 border-l-4 border-turn-mark bg-turn-soft px-4 py-3">
      <div ref={box} tabIndex={-1}>
        <p className="flex items-center gap-2 font-semibold text-turn">
          <Icon name="turn" /> {CHOICE_SENTENCES[choice]}
        </p>
        <p>
          Au nom de&nbsp;: {voter} ({weight}). {FINAL}
        </p>
      </div>
      <div className="flex flex-wrap gap-3 max-sm:flex-col">
        <Button tone="primary" onClick={onConfirm} aria-disabled={sending || undefined}>
          Confirmer mon choix
        </Button>
        <Button
          onClick={({ currentTarget }) => {
            currentTarget.form?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
            onBack()
          }}
        >
          Revenir
        </Button>
      </div>
    </div>
  )
}
