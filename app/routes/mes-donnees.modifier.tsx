import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contactForm } from '~/personal-data/my-data/correct-contact.form'
import { correctContact } from '~/personal-data/my-data/correct-contact.server'
import { chosenMember } from '~/personal-data/my-data/my-data.query.server'
import { ownContact } from '~/personal-data/my-data/own-contact.query.server'
import { ContactForm } from '~/personal-data/my-data/ui/contact-form'
import { signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Corriger mes coordonnées' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { chosen } = await chosenMember(ctx, request)
  if (!chosen || chosen.left) throw data(null, { status: 404 })
  return { ...chosen, contact: await ownContact(ctx, chosen.id) }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  return formAction(await request.formData(), contactForm, async (input) => {
    await correctContact(ctx, input)
    return redirect(`/mes-donnees?membre=${input.memberId}`)
  })
}

export default function CorrectContact() {
  const { id, label, contact } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const back = `/mes-donnees?membre=${id}`
  return (
    <Page
      title="Corriger mes coordonnées"
      overline={label}
      breadcrumb={[
        { href: '/compte', label: 'Mon espace' },
        { href: back, label: 'Mes données' },
      ]}
    >
      <Section>
        <ContactForm reply={reply} memberId={id} contact={contact} back={back} />
      </Section>
    </Page>
  )
}
