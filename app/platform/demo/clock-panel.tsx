import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { DateField, ErrorSummary, TimeField, type FieldFault } from '~/ui/form'
import { frenchDateTime, plural } from '~/ui/format'

const STEPS = [1, 7, 15, 30]

/** The clock of the demonstration, and the ways to move it on. */
export function ClockPanel({ now, faults }: { now: string; faults: readonly FieldFault[] }) {
  return (
    <div className="space-y-4">
      <p>
        L’horloge de la démonstration marque{' '}
        <strong className="font-semibold">
          <time dateTime={now}>{frenchDateTime(now, { weekday: true })}</time>
        </strong>
        . Elle avance et ne recule pas.
      </p>
      <Form method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="intent" value="clock" />
        {STEPS.map((days) => (
          <SubmitButton key={days} tone="secondary" name="days" value={String(days)} pending="L’horloge avance">
            {`+ ${plural(days, 'jour')}`}
          </SubmitButton>
        ))}
      </Form>
      <Form method="post" className="space-y-3">
        <ErrorSummary faults={faults} />
        <input type="hidden" name="intent" value="clock" />
        <div className="flex flex-wrap items-end gap-4">
          <DateField name="date" id="date" label="Avancer au" required errors={faults.map(({ message }) => message)} />
          <TimeField name="time" label="à (heure de Paris)" defaultValue="09:00" required />
          <SubmitButton tone="secondary" pending="L’horloge avance">
            Avancer
          </SubmitButton>
        </div>
      </Form>
    </div>
  )
}
