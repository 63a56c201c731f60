import { createHash } from 'node:crypto'

/** Is this a token that its vendor's own documentation shows, or that its emulator is built with? */
export function isDocumented(token: string): boolean {
  return HASHES.has(hashOf(token))
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 24)
}

/** By where they stand; only their hashes, since nothing key-shaped belongs into a source. */
const DOCUMENTED: Readonly<Record<string, readonly string[]>> = {
  'the account key of Azurite, the emulator of Azure storage': ['0011cc25eb4320717494d270'],
  'the key of the emulator of Azure Cosmos DB': ['aa6547439583c3a275d4542a'],
  'Stripe, API reference and quickstarts': [
    '2cafc0970149a84f3b9e62ea',
    'f2d6ca16515033e5dce14eba',
    '7e8de44ea9ecf6d53415c90f',
    '69e5a07ccf06bc5ae16c94f4',
    '2d1f7723aabc5c7a51fcdc24',
  ],
  'Slack, token types': ['1c6c50676162a76339c5a550', '60c2276a452dbd1213ea75d7'],
  'Google, API keys': ['ac9265e56c79b234607ec72c', 'd595943ef9e36bf1bf1bce4f', '44b9f0d854dcf2010396ed1f'],
  'Google, the test key of reCAPTCHA v2': ['f5e95c9954635b65acab57e6'],
  'Telegram, bots': ['0b5dd075ccdd03c42f4edda8', '654b2b06319049d0321a339b'],
  'SendGrid, API keys': ['02091175c1ae3023fb1e92ff'],
  'GitHub, REST API': [
    '82e74299544e00738f9c0acb',
    'bc3ae723f57c6b9e3fd80b69',
    '3543c50b0cb9cea8e55eb1f5',
    '77da7aa560f8ecb158338a51',
    '797c0ce414586cc8eb6929af',
    '6d7fa4e64d4b1f3ea31962e2',
  ],
  'Discord, reference': ['02f7ce3c263f85c019eeeeea'],
}

const HASHES: ReadonlySet<string> = new Set(Object.values(DOCUMENTED).flat())
