import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { useDeferredValue, useMemo, useState } from 'react'
import { readScenarioText } from '~/association/simulator/read-file'
import { caseSearch, readCase } from '~/association/simulator/case-fields'
import { play } from '~/association/simulator/play'
import { whatWouldChange } from '~/association/simulator/what-would-change'
import { simulatorPage } from '~/association/simulator-page.query.server'
import { ScenarioFile } from '~/association/ui/scenario-file'
import { SimulatorForm } from '~/association/ui/simulator-form'
import { ResultLine, SimulatorResult } from '~/association/ui/simulator-result'
import { openContext } from '~/offices/request.server'
import { tableUpload } from '~/platform/http/upload-form'
import { Page } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Simulateur' }]

export const handle = { form: tableUpload }

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, now } = await openContext(request)
  return simulatorPage(db, now, new URL(request.url).searchParams)
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const file = form.get('file')
  const pasted = form.get('scenario')
  const text = file instanceof File && file.size > 0 ? await file.text() : typeof pasted === 'string' ? pasted : ''
  const answer = readScenarioText(text)
  return data({ answer, typed: typeof pasted === 'string' ? pasted : '' }, { status: answer.ok ? 200 : 400 })
}

export default function Simulator() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { search } = useLocation()
  return (
    <Page
      title="Simulateur"
      overline="Que diraient les statuts ?"
      lead="Changez les chiffres : le quorum et le résultat suivent, avec la règle qui décide. Rien n’est enregistré."
    >
      <Bodies given={page.given} statutes={page.statutes} />
      {/* a new address is a new form; typing in it is not */}
      <Trial key={search} {...page} />
      <ScenarioFile answer={reply?.answer ?? null} typed={reply?.typed ?? ''} />
    </Page>
  )
}

type Loaded = Awaited<ReturnType<typeof simulatorPage>>

const BODIES = [
  { body: 'ago', session: 1, label: 'Assemblée ordinaire' },
  { body: 'ago', session: 2, label: 'Ordinaire, seconde session' },
  { body: 'age', session: 1, label: 'Assemblée extraordinaire' },
  { body: 'age', session: 2, label: 'Extraordinaire, seconde session' },
  { body: 'bureau', session: 1, label: 'Bureau' },
] as const

function Bodies({ given, statutes }: Pick<Loaded, 'given' | 'statutes'>) {
  const held = BODIES.filter(({ body, session }) => session === 1 || statutes.bodies[body].secondSession !== null)
  return (
    <nav aria-label="Réunion simulée" className="no-print mt-6 border-b border-rule">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {held.map(({ body, session, label }) => (
          <li key={label}>
            <Link
              to={`/simulateur?corps=${body}&session=${session}`}
              preventScrollReset
              aria-current={given.body === body && given.session === session ? 'page' : undefined}
              className="inline-flex min-h-11 items-center border-b-[3px] border-transparent text-muted no-underline hover:border-rule-strong hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Trial({ statutes, given: asked, start, presets, faults }: Loaded) {
  const [typed, setTyped] = useState({ given: asked, faults })
  const { given } = useDeferredValue(typed)
  const played = useMemo(() => play(statutes, given), [statutes, given])
  const changes = useMemo(() => whatWouldChange(statutes, given, played), [statutes, given, played])
  return (
    <>
      <div className="mt-6 grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]">
        <section aria-label="Le cas">
          {presets.length > 0 ? (
            <p className="no-print mb-6 flex flex-wrap gap-x-5 gap-y-1">
              <span className="text-muted">À essayer&nbsp;:</span>
              {presets.map((preset) => (
                <Link key={preset.key} to={`/simulateur?${caseSearch(preset.given)}`} preventScrollReset>
                  {preset.label}
                </Link>
              ))}
            </p>
          ) : null}
          <SimulatorForm
            statutes={statutes}
            given={asked}
            faults={{ ...typed.faults, ...played.faults }}
            onChange={(fields) => setTyped(readCase(fields, start))}
          />
        </section>
        <section id="resultat" aria-label="Ce que disent les statuts" className="lg:sticky lg:top-4 lg:self-start">
          <SimulatorResult statutes={statutes} given={given} played={played} changes={changes} />
        </section>
      </div>
      <p
        className="no-print sticky bottom-0 -mx-4 border-t-2 border-accent bg-surface px-4 py-2 lg:hidden"
        role="status"
      >
        <a href="#resultat" className="text-ink no-underline">
          <ResultLine played={played} />
        </a>
      </p>
    </>
  )
}
