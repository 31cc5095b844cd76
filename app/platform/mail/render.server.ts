import { isTemplate, templates, type MailTemplates, type TemplateName } from './templates.server'

export type RenderedMail = { html: string; text: string }

/** Facts one a line, titles in their own case: what html-to-text does not do by itself. */
const inText = {
  selectors: [
    { selector: 'dl', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'dl > div', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'dt', format: 'inlineSurround', options: { suffix: ' : ' } },
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
  ],
}

/** HTML and text of one message, both from its one element. The first call of a process loads react-email. */
export async function render<T extends TemplateName>(template: T, props: MailTemplates[T]): Promise<RenderedMail> {
  const [react, email, component] = await Promise.all([
    import('react'),
    import('react-email'),
    templates[template].load(),
  ])
  const html = await email.render(react.createElement(component, props))
  return { html, text: email.toPlainText(html, inText) }
}

/** A row of the outbox: `queueMails` checked its props against its template when it wrote them. */
export async function renderRow(row: { template: string; props: unknown }): Promise<RenderedMail> {
  if (!isTemplate(row.template)) throw new Error(`unknown mail template: ${row.template}`)
  return render(row.template, row.props as MailTemplates[TemplateName])
}
