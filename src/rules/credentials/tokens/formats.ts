import type { Vendor } from './format.ts'
import { AI } from './formats/ai.ts'
import { BUSINESS } from './formats/business.ts'
import { CLOUDS } from './formats/clouds.ts'
import { CODE_HOSTING } from './formats/code-hosting.ts'
import { DATABASES } from './formats/databases.ts'
import { INFRASTRUCTURE } from './formats/infrastructure.ts'
import { MESSAGING } from './formats/messaging.ts'
import { OBSERVABILITY } from './formats/observability.ts'
import { PAYMENTS } from './formats/payments.ts'
import { REGISTRIES } from './formats/registries.ts'

/** Every vendor there is a row for: kinds of secrets that their letters give away, or a word beside them. */
export const VENDORS: readonly Vendor[] = [
  ...AI,
  ...BUSINESS,
  ...CLOUDS,
  ...CODE_HOSTING,
  ...DATABASES,
  ...INFRASTRUCTURE,
  ...MESSAGING,
  ...OBSERVABILITY,
  ...PAYMENTS,
  ...REGISTRIES,
]
