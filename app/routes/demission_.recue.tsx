import type { MetaFunction } from '@remix-run/node'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Démission enregistrée' }]

/** Open to everybody: whoever has just resigned is signed out, unless he speaks for somebody else. */
export default function ResignationReceived() {
  return (
    <Page title="Démission enregistrée">
      <Section>
        <Notice tone="success" title="Elle a pris effet aujourd’hui" live="status">
          <p>
            Le registre en porte la date, et un message est préparé pour vous, le président et le secrétariat. Il
            rappelle ce qui reste dû, s’il y a lieu.
          </p>
        </Notice>
        <p>
          Vous pouvez encore vous connecter pour retrouver vos reçus et vos données.{' '}
          <TextLink to="/connexion">Se connecter</TextLink>
        </p>
      </Section>
    </Page>
  )
}
