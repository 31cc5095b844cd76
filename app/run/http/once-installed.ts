import type { RequestHandler } from 'express'
import { hasAssociation } from '~/association/in-force.server'
import { db } from '~/platform/db.server'

const OPEN = /^\/(installation|health|webhooks\/stripe)(\.data)?$/

/** Before an association is installed there is one page, where it is: readings go there, writings are refused (409). */
export const onceInstalled: RequestHandler = (req, res, next) => {
  const { locals } = req.app
  if (locals.installed === true || OPEN.test(req.path)) return next()
  const look = async () => {
    locals.installed = await hasAssociation(db())
    if (locals.installed) return next()
    if (req.method !== 'POST') return res.redirect('/installation')
    res.status(409).type('text/plain').send('Aucune association n’est encore installée.')
  }
  // the database away: the page says so
  look().catch(() => next())
}
