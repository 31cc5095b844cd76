import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { FileField, TextArea } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import type { FileAnswer } from '../simulator/read-file'
import { JsonText } from './json-text'
import { AnswerElection, AnswerQuorum, AnswerVote } from './ruling-answer'

/** A whole scenario, pasted or sent, and its ruling in French. */
export function ScenarioFile({ answer, typed }: { answer: FileAnswer | null; typed: string }) {
  return (
    <Section id="fichier" title="Répondre à un fichier">
      <p>
        Un fichier <code>cpts-scenario/1</code> décrit une réunion entière&nbsp;: statuts, membres, pouvoirs, votes. La
        réponse est celle que donne la commande <code>npm run -s simulate</code>.
      </p>
      <Form method="post" action="/simulateur#fichier" encType="multipart/form-data" className="space-y-4">
        <TextArea
          name="scenario"
          label="Coller le scénario"
          rows={6}
          defaultValue={typed}
          spellCheck={false}
          optional
        />
        <FileField name="file" label="Ou choisir un fichier" accept=".json,application/json" optional />
        <SubmitButton tone="secondary" pending="Lecture en cours">
          Lire le scénario
        </SubmitButton>
      </Form>
      {answer?.ok === false ? (
        <Notice tone="refusal" live="alert" title="Ce fichier ne peut pas être lu">
          <ul className="space-y-1">
            {answer.faults.slice(0, 40).map(({ path, message }) => (
              <li key={path + message}>
                <code className="break-all font-semibold">{path}</code>&nbsp;: {message}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {answer?.ok ? <FileRuling {...answer} /> : null}
    </Section>
  )
}

function FileRuling({ answer, scenario }: Extract<FileAnswer, { ok: true }>) {
  return (
    <div role="status" className="space-y-7">
      <p>
        {answer.electorate.members} membres ont le droit de vote, {answer.electorate.voices} voix.{' '}
        {answer.convocation.reasons.join(' ')}
      </p>
      <AnswerQuorum quorum={answer.quorum} />
      {answer.proxies.length > 0 ? (
        <ul className="border-t border-rule">
          {answer.proxies.map(({ from, to, accepted, reason }, index) => (
            <li key={`${from}-${index}`} className="border-b border-rule py-2">
              <span className="font-semibold">
                {from} à {to}&nbsp;: pouvoir {accepted ? 'admis' : 'refusé'}.
              </span>{' '}
              {reason}
            </li>
          ))}
        </ul>
      ) : null}
      {answer.items.map((item, index) => (
        <div key={item.id}>
          <h3 className="mb-2 text-[1.1875rem]">
            {item.id}
            {scenario.items[index]?.kind === 'election' ? ', élection' : ''}
          </h3>
          {'elected' in item ? <AnswerElection election={item} /> : <AnswerVote vote={item} />}
        </div>
      ))}
      <JsonText title="La réponse au format cpts-ruling/1" value={answer} />
    </div>
  )
}
