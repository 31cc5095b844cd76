import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { SubmitButton } from './button'
import { FormActions } from './form-actions'
import { TextLink } from './link'
import { Page, Section } from './page'

type VerifyActProps = {
  /** what was asked, sent again as it stands, with the seal of what is shown */
  fields: readonly (readonly [name: string, value: string])[]
  /** « fin de l’emploi de Inès Caron » */
  title: string
  /** the main button names the act: « Convoquer 26 membres » */
  act: string
  pending?: string
  tone?: 'primary' | 'danger'
  /** the page that one comes from, as it was */
  back: string
  /** the one sentence before the button: what cannot be taken back */
  consequence: ReactNode
  children?: ReactNode
}

/** « Vérifiez » : stands between the first press and an act that cannot be undone. Nothing is written yet. */
export function VerifyAct(props: VerifyActProps) {
  const { fields, title, act, pending, tone = 'danger', back, consequence, children } = props
  return (
    <Section title={`Vérifiez : ${title}`}>
      {children}
      <Form method="post">
        {fields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <FormActions consequence={consequence}>
          <SubmitButton tone={tone} pending={pending}>
            {act}
          </SubmitButton>
          <TextLink to={back}>Revenir</TextLink>
        </FormActions>
      </Form>
    </Section>
  )
}

/** What is said of an act before it is done: its figures stand in the sentences. */
export type ActShown = Pick<VerifyActProps, 'title' | 'act' | 'pending' | 'tone' | 'back'> & {
  facts: string[]
  consequence: string
}

type UnverifiedProps = { verify: { fields: VerifyActProps['fields']; shown: ActShown } }

/** « Vérifiez » in words alone, in the page of a room. */
export const Unverified = ({ verify: { fields, shown } }: UnverifiedProps) => {
  const { facts, ...act } = shown
  return (
    <VerifyAct fields={fields} {...act}>
      {facts.map((fact) => (
        <p key={fact} className="max-w-measure">
          {fact}
        </p>
      ))}
    </VerifyAct>
  )
}

type VerifyPageProps = UnverifiedProps & Pick<Parameters<typeof Page>[0], 'breadcrumb' | 'overline'>

/** The same, in place of a page that is alone. */
export const VerifyPage = ({ verify, ...page }: VerifyPageProps) => (
  <Page title="Vérifiez" {...page}>
    <Unverified verify={verify} />
  </Page>
)
