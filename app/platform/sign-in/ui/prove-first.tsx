import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { renewalPath } from '../fresh'

/** In place of a form that binds, until identity is proved anew; one comes back to `path`. */
export const ProveFirst = ({ path, before }: { path: string; /** « Avant de décider » */ before: string }) => (
  <Notice tone="turn" title="Confirmez votre identité">
    <p>{before}, confirmez que c’est bien vous, par un lien à votre adresse qui vous ramène ici.</p>
    <ButtonLink to={renewalPath(path)}>Confirmer mon identité</ButtonLink>
  </Notice>
)
