import type { ComponentType } from 'react'
import type { SignInProps } from '../../../emails/sign-in'
import { SignIn, signInSubject } from '../../../emails/sign-in'

/** Every message the product sends, with the props of its template: one `.tsx` a message in `emails/`. */
export type MailTemplates = {
  'sign-in': SignInProps
}

export type TemplateName = keyof MailTemplates

type Template<P> = { component: ComponentType<P>; subject: (props: P) => string }

export const templates: { [T in TemplateName]: Template<MailTemplates[T]> } = {
  'sign-in': { component: SignIn, subject: signInSubject },
}

export function subjectOf<T extends TemplateName>(template: T, props: MailTemplates[T]): string {
  return templates[template].subject(props)
}
