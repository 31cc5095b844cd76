import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { homePage } from '~/home/home-page.query.server'
import { SignedInHome } from '~/home/ui/signed-in-home'
import { VisitorHome } from '~/home/ui/visitor-home'
import { visitorPage } from '~/home/visitor-page.query.server'
import { openContext } from '~/offices/request.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, ...open } = await openContext(request)
  if (actor) return { page: await homePage({ ...open, actor }), visit: null }
  const visit = await visitorPage(open.db, open.now)
  if (!visit) throw redirect('/installation')
  return { page: null, visit }
}

export default function Home() {
  const { page, visit } = useLoaderData<typeof loader>()
  return page ? <SignedInHome page={page} /> : visit ? <VisitorHome {...visit} /> : null
}
