import type { FormReply } from '~/platform/http/form-action.server'
import { DefinitionList } from '~/ui/definition-list'
import { frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/page'
import { Steps, type Step } from '~/ui/steps'
import type { letterPage } from '../letter-page.query.server'
import { LetterStepForm } from './step-form'

type LetterView = Awaited<ReturnType<typeof letterPage>>

/** Where the letter has come to, each date with what proves it. */
export function LetterProofs({ letter }: { letter: LetterView }) {
  const { depositedOn, presentedOn, receivedOn, returnedOn } = letter
  const end = receivedOn ?? returnedOn
  const step = (key: string, title: string, on: string | null, before: string | null, detail?: string): Step => ({
    key,
    title,
    state: on ? 'done' : before ? 'current' : 'todo',
    date: on ? frenchDate(on) : undefined,
    detail,
  })
  const number = letter.postalNumber ? `n° ${letter.postalNumber}` : undefined
  const electronic = letter.channel === 'ELECTRONIC' && [
    depositedOn ? 'électronique' : 'à envoyer par voie électronique',
  ]
  const sender = electronic ? [...electronic, letter.provider, number].filter(Boolean).join(', ') : number
  return (
    <>
      <Steps
        label="Acheminement de la lettre"
        steps={[
          step('written', 'Lettre préparée', letter.writtenOn, letter.writtenOn),
          step('deposited', 'Déposée', depositedOn, letter.writtenOn, sender),
          step('presented', 'Présentée une première fois', presentedOn, depositedOn),
          step(
            'end',
            returnedOn ? 'Retournée' : 'Remise au destinataire',
            end,
            presentedOn,
            letter.returnReason ?? undefined,
          ),
        ]}
      />
      <DefinitionList
        items={[
          { term: 'Destinataire', value: <span className="whitespace-pre-line">{letter.recipient.join('\n')}</span> },
          ...(letter.proofId
            ? [
                {
                  term: 'Dernière preuve',
                  value: (
                    <TextLink to={`/courriers/${letter.id}/pieces/${letter.proofId}`} reload>
                      Ouvrir le document numérisé
                    </TextLink>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

/** The forms of the steps that may come now: one, then two. */
export function LetterSteps({ letter, reply }: { letter: LetterView & FilesOf; reply: FormReply | null | undefined }) {
  const { today, consentOn, channel, files, depositedOn, presentedOn, receivedOn, returnedOn } = letter
  const shared = { today, consentOn, channel, files, reply }
  if (receivedOn || returnedOn) return null
  if (!depositedOn)
    return (
      <Section title="Dépôt de la lettre">
        <LetterStepForm step="deposited" {...shared} />
      </Section>
    )
  return (
    <>
      {presentedOn ? null : (
        <Section title="Première présentation">
          <LetterStepForm step="presented" {...shared} />
        </Section>
      )}
      {presentedOn ? (
        <>
          <Section title="Remise au destinataire">
            <LetterStepForm step="received" {...shared} />
          </Section>
          <Section title="Ou retour à l’association">
            <LetterStepForm step="returned" {...shared} />
          </Section>
          <Section title="Corriger la première présentation">
            <details>
              <summary className="cursor-pointer py-2 text-accent underline underline-offset-4">
                La date saisie est fausse
              </summary>
              <div className="pt-4">
                <LetterStepForm step="presented" {...shared} />
              </div>
            </details>
          </Section>
        </>
      ) : null}
    </>
  )
}

type FilesOf = { files: { accept: string; help: string } }
