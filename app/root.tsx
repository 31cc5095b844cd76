import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  isRouteErrorResponse,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import sansFont from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?url'
import serifFont from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?url'
import { mailLeaving } from '~/platform/mail/mail-server.server'
import { MailLeaving } from '~/platform/mail/ui/prepared'
import { useNonce } from '~/platform/nonce'
import { shellData } from '~/shell.server'
import { catalogue, isRuleId } from '~/statutes/catalogue'
import { AppShell, type ShellData } from '~/ui/app-shell'
import { ErrorPage, errorKind, errorTitle, type ErrorKind } from '~/ui/error-page'
import { FocusKeeper } from '~/ui/focus-keeper'
import { InPageLinks } from '~/ui/in-page-links'
import { NavigationAnnouncer, PendingBar } from '~/ui/navigation-status'
import { RuleTitles } from '~/ui/rule-titles'
import { scrollKey } from '~/ui/scroll-key'
import styles from './styles.css?url'

const bareShell: ShellData = { associationName: 'Statuts en pratique', person: null, nav: [], demo: null }

export const links: LinksFunction = () => [
  { rel: 'preload', href: serifFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'preload', href: sansFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'apple-touch-icon', href: '/icon-180.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
]

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  { title: error ? errorTitle(kindOf(error)) : (data?.shell.associationName ?? bareShell.associationName) },
]

/** The one place where the frame gets its facts. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return { shell: await shellData(request), leaving: mailLeaving(), requestId: context.requestId }
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#f8f6f1" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#161513" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        <PendingBar />
        <NavigationAnnouncer />
        <InPageLinks />
        <FocusKeeper />
        <RuleTitles.Provider value={titleOfRule}>{children}</RuleTitles.Provider>
        <ScrollRestoration nonce={nonce} getKey={scrollKey} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  const { shell, leaving } = useLoaderData<typeof loader>()
  // A route whose handle says `shell: false` (the projector page) fills the screen alone.
  const alone = useMatches().some((match) => isBare(match.handle))
  if (alone)
    return (
      <main id="contenu" tabIndex={-1}>
        <Outlet />
      </main>
    )
  return (
    <AppShell shell={shell}>
      <MailLeaving.Provider value={leaving}>
        <Outlet />
      </MailLeaving.Provider>
    </AppShell>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const root = useRouteLoaderData<typeof loader>('root')
  return (
    <AppShell shell={root?.shell ?? bareShell}>
      <ErrorPage kind={kindOf(error)} logId={root?.requestId} />
    </AppShell>
  )
}

const titleOfRule = (rule: string) => (isRuleId(rule) ? catalogue[rule].title : null)

function isBare(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'shell' in handle && handle.shell === false
}

function kindOf(error: unknown): ErrorKind {
  if (isRouteErrorResponse(error)) return errorKind(error.status)
  const away = typeof navigator !== 'undefined' && navigator.onLine === false
  return away ? 'offline' : 500
}
