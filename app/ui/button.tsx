import { useNavigation } from '@remix-run/react'
import { useEffect, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { classNames } from './class-names'

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent border-accent hover:bg-accent-strong hover:border-accent-strong',
  secondary: 'bg-surface text-ink border-rule-strong hover:border-ink hover:bg-sunken',
  quiet: 'border-transparent text-accent underline underline-offset-[0.18em] hover:bg-accent-soft',
  danger: 'bg-danger text-on-danger border-danger hover:opacity-90',
}

export function buttonClass(tone: ButtonTone, wide = false): string {
  return classNames(
    'inline-flex min-h-11 items-center justify-center gap-2 rounded-control border-[1.5px] px-4 py-2 text-center font-semibold leading-tight no-underline',
    'disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60',
    wide && 'w-full',
    tones[tone],
  )
}

type ButtonProps = Omit<ComponentPropsWithoutRef<'button'>, 'className'> & { tone?: ButtonTone; wide?: boolean }

/** A verb. `type` is `button` unless said otherwise; forms use SubmitButton. */
export function Button({ tone = 'secondary', wide, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(tone, wide)} {...rest} />
}

type SubmitProps = ButtonProps & {
  /** Said while the answer is awaited: « Convocation en cours ». */
  pending?: string
  children: ReactNode
}

/** Sends its form once: while the answer is awaited it says so, to screen readers too, and a second press does nothing. */
export function SubmitButton({
  tone = 'primary',
  pending = 'Envoi en cours',
  children,
  name,
  value,
  ...rest
}: SubmitProps) {
  const { state, formData } = useNavigation()
  const [pressed, press] = useState(false)
  const busy = state === 'submitting'
  const mine = busy && pressed && (!name || formData?.get(name) === value)
  useEffect(() => {
    if (state === 'idle') press(false)
  }, [state])
  return (
    <>
      <Button
        {...rest}
        type="submit"
        tone={tone}
        name={name}
        value={value}
        aria-disabled={busy || undefined}
        onClick={(event) => {
          if (busy) return event.preventDefault()
          press(true)
          rest.onClick?.(event)
        }}
      >
        {mine ? `${pending}…` : children}
      </Button>
      <span role="status" className="sr-only">
        {mine ? pending : ''}
      </span>
    </>
  )
}
