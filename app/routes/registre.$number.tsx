import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { registerEntry } from '~/minutes/register-page.query.server'
import { MinutesText } from '~/minutes/ui/minutes-text'
import { signedInContext } from '~/offices/request.server'
import { DefinitionList } from '~/ui/definition-list'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const number = Number(params.number)
  const entry = Number.isInteger(number) && number > 0 ? await registerEntry(ctx, number) : null
  if (!entry) throw data(null, { status: 404 })
  return entry
}

export default function Entry() {
  const entry = useLoaderData<typeof loader>()
  const { body } = entry
  return (
    <Page
      title={entry.title}
      overline={`${body.meeting.bodyName} du ${body.meeting.date}`}
      breadcrumb={[{ href: '/registre', label: 'Registre' }]}
      actions={
        entry.documentId ? (
          <ButtonLink to={`/documents/${entry.documentId}`} reload>
            Ouvrir le PDF scellé
          </ButtonLink>
        ) : null
      }
    >
      {entry.correctedBy.map((number) => (
        <Notice key={number} title={`Rectifié par l’entrée n° ${number}`}>
          <TextLink to={`/registre/${number}`}>Lire la rectification</TextLink>
        </Notice>
      ))}
      <Section title="Preuves">
        <DefinitionList
          items={[
            ...entry.signatures.map(({ role, name, quality, signedAt }) => ({
              term: role,
              value: `${name}, ${quality}, le ${signedAt}`,
            })),
            { term: 'Empreinte du texte', value: <code className="break-all text-[0.875rem]">{entry.bodyHash}</code> },
            {
              term: 'Empreinte de l’entrée',
              value: <code className="break-all text-[0.875rem]">{entry.entryHash}</code>,
            },
          ]}
        />
      </Section>
      {body.kind === 'CORRECTION' ? (
        <Section title="Texte">
          <p className="max-w-measure whitespace-pre-line font-serif">{body.text}</p>
          <TextLink
            to={`/registre/${body.corrects.number}`}
          >{`Procès-verbal n° ${body.corrects.number}, tel qu’il a été signé`}</TextLink>
        </Section>
      ) : (
        <>
          {entry.mayExtract ? (
            <Section title="Extraits certifiés">
              <ul className="list-disc space-y-1 pl-6">
                {body.items
                  .flatMap(({ resolutions }) => resolutions)
                  .map(({ id, number, title }) => (
                    <li key={id}>
                      <TextLink
                        to={`/resolutions/${id}/extrait.pdf`}
                        reload
                      >{`Résolution ${number} : ${title}`}</TextLink>
                    </li>
                  ))}
              </ul>
            </Section>
          ) : null}
          <Section title="Texte">
            <MinutesText body={body} />
          </Section>
        </>
      )}
    </Page>
  )
}
