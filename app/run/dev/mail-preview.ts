import { render } from '~/platform/mail/render.server'
import { isTemplate, subjectOf, templates, type TemplateName } from '~/platform/mail/templates.server'

const ADDRESS = /^\/dev\/courriels(?:\/([\w-]+)(\.txt)?)?$/
const HEAD = '<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
/** Has Vite reload the page when a mail was edited. */
const RELOADS = '<script type="module" src="/@vite/client"></script>'

/** A page on the templates of mails, each with its own example; null at any other address. Only `npm run dev` answers it. */
export async function mailPreview(url: string): Promise<string | null> {
  const [path, name, asText] = ADDRESS.exec(url) ?? []
  if (path === undefined) return null
  if (name === undefined) return list()
  if (!isTemplate(name)) return null
  const { html, text } = await render(name, await exampleOf(name))
  return asText ? `${HEAD}${RELOADS}<pre>${escaped(text)}</pre>` : html.replace('</head>', `${RELOADS}</head>`)
}

/** The props with which a template shows itself. */
export async function exampleOf<T extends TemplateName>(name: T) {
  const component = await templates[name].load()
  return component.PreviewProps
}

async function list(): Promise<string> {
  const names = Object.keys(templates).filter(isTemplate).sort()
  const lines = await Promise.all(
    names.map(async (name) => {
      const subject = escaped(subjectOf(name, await exampleOf(name)))
      return `<li><a href="/dev/courriels/${name}">${subject}</a> — ${name} (<a href="/dev/courriels/${name}.txt">texte</a>)`
    }),
  )
  return `${HEAD}${RELOADS}<title>Modèles des courriels</title><h1>Modèles des courriels</h1><ul>${lines.join('')}</ul>`
}

const escaped = (text: string) => text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))
