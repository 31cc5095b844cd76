import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { callsOf } from '~/meetings/answer/calls.query.server'
import { homeSteps } from '~/home/home-steps.query.server'
import { TaskList } from '~/home/ui/task-list'
import { signedInContext } from '~/offices/request.server'
import { EmptyState } from '~/ui/empty-state'
import { plural } from '~/ui/format'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'À faire' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  return { steps: await homeSteps(ctx, await callsOf(ctx)), name: ctx.actor.name }
}

export default function Tasks() {
  const { steps, name } = useLoaderData<typeof loader>()
  return (
    <Page
      title="À faire"
      overline={name}
      breadcrumb={[{ href: '/', label: 'Accueil' }]}
      lead={
        steps.length > 0
          ? `${plural(steps.length, 'tâche vous attend', 'tâches vous attendent')}. Chacune disparaît d’elle-même une fois faite.`
          : undefined
      }
    >
      {steps.length > 0 ? (
        <TaskList steps={steps} />
      ) : (
        <Section>
          <EmptyState title="Rien ne vous attend aujourd’hui">Ce qui vous attendra se lira ici.</EmptyState>
        </Section>
      )}
    </Page>
  )
}
