import { useEffect, useRef } from 'react'
import { Icon } from '~/ui/icon'
import { CHOICES, CHOICE_WORDS, FORM_CHOICES } from '../choices'

const wordOf = (choice: string | null) => {
  const known = CHOICES.find((each) => FORM_CHOICES[each] === choice)
  return known ? `\u00a0: ${CHOICE_WORDS[known].toLocaleLowerCase('fr')}` : ''
}

type ReceiptProps = {
  code: string
  secret: boolean
  /** of the resolution */ number: number
  /** null where nobody knows it any more */ choice: string | null
  kept?: boolean
  /** takes the focus that the pressed button loses */ focused?: boolean
}

/** Proof that a vote was received, on the same screen. No hour: none is kept with a vote. */
export function Receipt({ code, secret, number, choice, kept = false, focused = false }: ReceiptProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focused) box.current?.focus()
  }, [focused])
  return (
    <div ref={box} tabIndex={-1} className="border-l-4 border-accent bg-accent-soft px-4 py-3">
      <p className="flex items-center gap-2 font-semibold text-accent-strong">
        <Icon name="success" />{' '}
        {`${kept ? 'Ce vote était déjà reçu' : 'Vote reçu'}, résolution ${number}${wordOf(choice)}`}
      </p>
      <p>
        Reçu n<sup>o</sup>&nbsp;
        <span className="whitespace-nowrap font-semibold tabular-nums">{code}</span>
      </p>
      <p className="mt-1 text-[0.9375rem]">
        {secret && kept
          ? 'C’est le premier bulletin reçu qui vaut : celui-ci n’y change rien.'
          : secret
            ? 'Votre bulletin est scellé et séparé de votre nom : il ne peut plus changer.'
            : 'Jusqu’à la clôture, un autre choix remplace celui-ci ; le reçu reste le même.'}
      </p>
    </div>
  )
}
