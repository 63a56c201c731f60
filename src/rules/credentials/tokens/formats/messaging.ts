import type { Vendor } from '../format.ts'

/** Chats, mail, telephony and social networks: whoever has one of these speaks in its owner’s name. */
export const MESSAGING: readonly Vendor[] = [
  {
    id: 'slack-token',
    title: 'Slack token or webhook in the repository',
    severity: 'high',
    description:
      'A Slack token reads and writes what its app or user can; a webhook lets anyone post into its channel.',
    remediation: 'Revoke the token (auth.revoke) or regenerate the webhook in the settings of the app.',
    reference: 'https://docs.slack.dev/authentication/tokens',
    kinds: [
      { name: 'A Slack bot token', starts: 'xoxb-', form: '[0-9]{9,14}-(?:[0-9]{9,14}-)?[A-Za-z0-9]{20,32}' },
      {
        name: 'A Slack user token',
        starts: 'xoxp-',
        form: '[0-9]{9,14}-[0-9]{9,14}-(?:[0-9]{9,14}-)?[A-Za-z0-9]{24,40}',
      },
      {
        name: 'A Slack workspace token',
        starts: ['xoxa-', 'xoxa-2-', 'xoxr-', 'xoxr-2-'],
        form: '[0-9]{9,14}-(?:[0-9]{9,14}-){1,2}[A-Za-z0-9]{20,40}',
      },
      {
        name: 'A Slack legacy session token',
        starts: ['xoxs-', 'xoxo-'],
        form: '[0-9]{9,14}-[0-9]{9,14}-[0-9]{9,14}-[A-Za-z0-9]{10,40}',
      },
      {
        name: 'A Slack browser session token',
        starts: 'xoxc-',
        form: '[0-9]{9,14}-[0-9]{9,14}-[0-9]{9,14}-[a-f0-9]{64}',
      },
      { name: 'A Slack browser session cookie', starts: 'xoxd-', form: '[A-Za-z0-9%+/]{100,250}={0,2}' },
      { name: 'A Slack app-level token', starts: 'xapp-', form: '[0-9]-[A-Z0-9]{9,14}-[0-9]{10,16}-[a-f0-9]{64}' },
      {
        name: 'A Slack configuration access token',
        starts: ['xoxe.xoxp-', 'xoxe.xoxb-'],
        form: '[0-9]-[A-Za-z0-9]{140,200}',
      },
      { name: 'A Slack refresh token', starts: 'xoxe-', form: '[0-9]-[A-Za-z0-9]{140,200}' },
      { name: 'A Slack workflow token', starts: 'xwfp-', form: '[0-9]{9,14}-[A-Za-z0-9]{20,80}' },
      {
        name: 'A Slack webhook address, which is a secret itself',
        starts: 'https://hooks.slack.com/services/',
        form: 'T[A-Za-z0-9]{8,12}/B[A-Za-z0-9]{8,12}/[A-Za-z0-9]{24}',
        severity: 'high',
      },
      {
        name: 'A Slack webhook address of GovSlack, which is a secret itself',
        starts: 'https://hooks.slack-gov.com/services/',
        form: 'T[A-Za-z0-9]{8,12}/B[A-Za-z0-9]{8,12}/[A-Za-z0-9]{24}',
      },
      {
        name: 'A Slack workflow trigger, whose address is a secret itself',
        starts: ['https://hooks.slack.com/workflows/', 'https://hooks.slack.com/triggers/'],
        form: '[TE][A-Za-z0-9]{8,12}/(?:A[A-Za-z0-9]{8,12}/)?[0-9]{9,20}/[A-Za-z0-9]{24,32}',
      },
      { name: 'A Slack signing secret', keyword: ['slack signing', 'slack client secret'], form: '[a-f0-9]{32}' },
    ],
  },
  {
    id: 'telegram-token',
    title: 'Telegram bot token in the repository',
    severity: 'medium',
    description: 'The token is the bot: whoever has it reads what people write to it and answers in its name.',
    remediation: 'Revoke the token with @BotFather (/revoke) and pass the new one from the environment.',
    reference: 'https://core.telegram.org/bots/features#botfather',
    kinds: [
      { name: 'A Telegram bot token', holds: ':AA', before: '[0-9]{8,10}', form: '[A-Za-z0-9_-]{33}' },
      {
        name: 'A Telegram bot token in a setting',
        keyword: ['telegram', 'tg bot', 'bot token'],
        form: '[0-9]{8,10}:[A-Za-z0-9_-]{35}',
      },
    ],
  },
  {
    id: 'chat-webhook',
    title: 'Webhook of a chat in the repository',
    severity: 'medium',
    description: 'Whoever has the address posts into the channel as if it were the service.',
    remediation: 'Delete the webhook and make another; keep its address like a password.',
    reference: 'https://docs.discord.com/developers/resources/webhook',
    kinds: [
      {
        name: 'A Discord webhook address, which is a secret itself',
        starts: [
          'https://discord.com/api/webhooks/',
          'https://discordapp.com/api/webhooks/',
          'https://canary.discord.com/api/webhooks/',
          'https://ptb.discord.com/api/webhooks/',
        ],
        form: '[0-9]{17,20}/[A-Za-z0-9_-]{60,80}',
      },
      {
        name: 'A Microsoft Teams webhook address, which is a secret itself',
        holds: '.webhook.office.com/webhookb2/',
        before: 'https://[a-z0-9-]{1,60}',
        form: '[A-Za-z0-9@-]{60,100}/IncomingWebhook/[a-f0-9]{32}/[a-f0-9-]{36}',
      },
      {
        name: 'A Power Automate flow address, which is a secret itself',
        holds: '.logic.azure.com',
        before: 'https://[a-z0-9.-]{3,60}',
        form: '(?::443)?/workflows/[a-f0-9]{32}/triggers/[A-Za-z0-9_%?&=/.,:-]{10,200}sig=(?<secret>[A-Za-z0-9_-]{40,50})',
      },
      {
        name: 'A Google Chat webhook address, which is a secret itself',
        starts: 'https://chat.googleapis.com/v1/spaces/',
        form: String.raw`[A-Za-z0-9_-]{8,20}/messages\?key=[A-Za-z0-9_-]{39}&token=[A-Za-z0-9_-]{40,60}(?:%3D|=)?`,
      },
      {
        name: 'A Zapier webhook address, which is a secret itself',
        starts: 'https://hooks.zapier.com/hooks/catch/',
        form: '[0-9]{5,9}/[a-z0-9]{6,9}',
        entropy: 2,
      },
      {
        name: 'An IFTTT webhook address, which is a secret itself',
        starts: 'https://maker.ifttt.com/trigger/',
        form: '[A-Za-z0-9_]{1,60}/(?:json/)?with/key/(?<secret>[A-Za-z0-9_-]{20,45})',
      },
    ],
  },
  {
    id: 'discord-token',
    title: 'Discord token in the repository',
    severity: 'high',
    description: 'The token is the bot: whoever has it reads what people write and answers in its name.',
    remediation: 'Reset the token (Developer portal, Bot) and read the new one from the environment.',
    reference: 'https://docs.discord.com/developers/topics/oauth2',
    kinds: [
      {
        name: 'A Discord bot token',
        keyword: ['discord', 'bot token'],
        form: String.raw`[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}`,
      },
      {
        name: 'A client secret of a Discord application',
        keyword: ['discord client secret', 'discord secret'],
        form: '[A-Za-z0-9_-]{32}',
      },
    ],
  },
  {
    id: 'twilio-key',
    title: 'Twilio key in the repository',
    severity: 'high',
    description: 'Whoever has it calls and sends messages at your cost, and reads those that came.',
    remediation:
      'Delete the API key or promote a new auth token (Console, API keys and tokens) and read the new one from the environment.',
    reference: 'https://www.twilio.com/docs/iam/api-keys',
    kinds: [
      { name: 'A Twilio API key SID', keyword: 'twilio', form: 'SK[a-f0-9]{32}', severity: 'medium' },
      { name: 'A Twilio auth token', keyword: 'twilio', form: '[a-f0-9]{32}' },
      {
        name: 'A secret of a Twilio API key',
        keyword: ['twilio api secret', 'twilio api key secret', 'twilio secret', 'twilio'],
        form: '[A-Za-z0-9]{32}',
      },
    ],
  },
  {
    id: 'sendgrid-key',
    title: 'SendGrid API key in the repository',
    severity: 'high',
    description: 'Whoever has the key can send mail in your name, past every spam filter that trusts you.',
    remediation: 'Delete the key (Settings, API keys) and read one with fewer scopes from the environment.',
    reference: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
    kinds: [{ name: 'A SendGrid API key', starts: 'SG.', form: String.raw`[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}` }],
  },
  {
    id: 'mailgun-key',
    title: 'Mailgun key in the repository',
    severity: 'high',
    description:
      'Whoever has the key sends mail in your name, past every spam filter that trusts you, and reads who gets it.',
    remediation: 'Delete the key (API security) and read the new one from the environment.',
    reference: 'https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth',
    kinds: [
      { name: 'A Mailgun API key', starts: 'key-', form: '[a-f0-9]{32}' },
      { name: 'A Mailgun sending key', keyword: 'mailgun', form: '[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}' },
      { name: 'A Mailgun webhook signing key', keyword: 'mailgun', form: '[a-f0-9]{32}' },
    ],
  },
  {
    id: 'mailchimp-key',
    title: 'Mailchimp key in the repository',
    severity: 'high',
    description:
      'Whoever has the key sends mail in your name, past every spam filter that trusts you, and reads who gets it.',
    remediation: 'Disable the key (Account, Extras, API keys) and read the new one from the environment.',
    reference: 'https://mailchimp.com/developer/marketing/guides/quick-start/',
    kinds: [
      { name: 'A Mailchimp API key', holds: '-us', before: '[a-f0-9]{32}', form: '[0-9]{1,2}' },
      { name: 'A Mailchimp Transactional (Mandrill) key', starts: 'md-', form: '[A-Za-z0-9_-]{22}' },
    ],
  },
  {
    id: 'postmark-token',
    title: 'Postmark token in the repository',
    severity: 'high',
    description:
      'Whoever has the key sends mail in your name, past every spam filter that trusts you, and reads who gets it.',
    remediation: 'Delete the token (Server, API tokens) and read the new one from the environment.',
    reference: 'https://postmarkapp.com/developer/api/overview',
    kinds: [
      {
        name: 'A Postmark server or account token',
        keyword: 'postmark',
        form: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
    ],
  },
  {
    id: 'brevo-key',
    title: 'Brevo key in the repository',
    severity: 'high',
    description:
      'Whoever has the key sends mail in your name, past every spam filter that trusts you, and reads who gets it.',
    remediation: 'Delete the key (SMTP and API) and read the new one from the environment.',
    reference: 'https://developers.brevo.com/docs/getting-started',
    kinds: [
      { name: 'A Brevo API key', starts: 'xkeysib-', form: '[a-f0-9]{64}-[A-Za-z0-9]{16}' },
      { name: 'A Brevo SMTP key', starts: 'xsmtpsib-', form: '[a-f0-9]{64}-[A-Za-z0-9]{16}' },
    ],
  },
  {
    id: 'resend-key',
    title: 'Resend API key in the repository',
    severity: 'high',
    description:
      'Whoever has the key sends mail in your name, past every spam filter that trusts you, and reads who gets it.',
    remediation: 'Delete the key (API keys) and read the new one from the environment.',
    reference: 'https://resend.com/docs/dashboard/api-keys/introduction',
    kinds: [{ name: 'A Resend API key', starts: 're_', form: '[A-Za-z0-9]{8,9}_[A-Za-z0-9]{20,24}' }],
  },
  {
    id: 'mail-service-key',
    title: 'Key of a mail service in the repository',
    severity: 'high',
    description:
      'Whoever has the key sends mail in your name, past every spam filter that trusts you, and reads who gets it.',
    remediation: 'Delete the key in the service’s settings and read the new one from the environment.',
    reference: 'https://developers.sparkpost.com/api/',
    kinds: [
      { name: 'A SparkPost API key', keyword: 'sparkpost', form: '[a-f0-9]{40}' },
      { name: 'A Mailjet key', keyword: 'mailjet', form: '[a-f0-9]{32}' },
      { name: 'A MailerSend API token', starts: 'mlsn.', form: '[a-f0-9]{64}' },
      { name: 'A Klaviyo private API key', keyword: 'klaviyo', form: 'pk_[a-f0-9]{34}' },
      { name: 'A Customer.io key', keyword: ['customerio', 'customer io'], form: '[a-f0-9]{20,32}' },
      { name: 'A ConvertKit API secret', keyword: 'convertkit', form: '[A-Za-z0-9_-]{43}' },
    ],
  },
  {
    id: 'telephony-key',
    title: 'Key of a messaging or telephony service in the repository',
    severity: 'high',
    description: 'Whoever has it calls and sends messages at your cost, and reads those that came.',
    remediation: 'Delete the key in the service’s settings and read the new one from the environment.',
    reference: 'https://developer.vonage.com/en/account/overview',
    kinds: [
      { name: 'A Vonage (Nexmo) API secret', keyword: ['vonage', 'nexmo'], form: '[A-Za-z0-9]{16}' },
      { name: 'A MessageBird (Bird) access key', keyword: 'messagebird', form: '[A-Za-z0-9]{25}' },
      { name: 'A Plivo auth token', keyword: 'plivo', form: '[A-Za-z0-9]{40}' },
      { name: 'A Telnyx API key', starts: 'KEY0', form: '[A-F0-9]{31}_[A-Za-z0-9]{22}' },
      {
        name: 'An Infobip API key',
        keyword: 'infobip',
        form: '[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
      { name: 'A Sinch key', keyword: 'sinch', form: '[a-f0-9]{32}' },
    ],
  },
  {
    id: 'push-service-key',
    title: 'Key of a push or realtime service in the repository',
    severity: 'high',
    description: 'The key sends to every device or channel of the app, and reads who listens.',
    remediation: 'Reset the key in the app’s settings and read the new one from the environment.',
    reference: 'https://documentation.onesignal.com/docs/keys-and-ids',
    kinds: [
      { name: 'A OneSignal API key', starts: ['os_v2_app_', 'os_v2_org_'], form: '[a-z2-7]{103}' },
      { name: 'A Pusher secret', keyword: 'pusher', form: '[a-f0-9]{20}' },
      {
        name: 'An Ably API key',
        keyword: 'ably',
        form: String.raw`[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{6}:[A-Za-z0-9_-]{43}`,
      },
      { name: 'A PubNub secret key', starts: 'sec-c-', form: '[A-Za-z0-9]{48}' },
      { name: 'A Pushover token', keyword: 'pushover', form: '[au][a-z0-9]{29}' },
      {
        name: 'A Stream (getstream.io) secret',
        keyword: ['getstream', 'stream api secret', 'stream secret'],
        form: '[a-z0-9]{64}',
      },
      { name: 'A Sendbird API token', keyword: 'sendbird', form: '[a-f0-9]{40}' },
    ],
  },
  {
    id: 'twitch-token',
    title: 'Twitch token in the repository',
    severity: 'medium',
    description: 'The token acts as its user or app on Twitch: it reads and writes chats and changes the channel.',
    remediation:
      'Revoke the token (POST /oauth2/revoke), reset the client secret, and read the new one from the environment.',
    reference: 'https://dev.twitch.tv/docs/authentication/',
    kinds: [
      { name: 'A Twitch chat token', starts: 'oauth:', form: '[a-z0-9]{30}' },
      { name: 'A Twitch client secret or token', keyword: 'twitch', form: '[a-z0-9]{30}' },
      { name: 'A Twitch stream key', starts: 'live_', form: '[0-9]{6,10}_[A-Za-z0-9]{30}' },
    ],
  },
  {
    id: 'twitter-token',
    title: 'X (Twitter) token in the repository',
    severity: 'high',
    description: 'The token reads and posts as its account or app.',
    remediation: 'Regenerate keys and tokens in the developer portal and read the new one from the environment.',
    reference: 'https://docs.x.com/fundamentals/authentication/overview',
    kinds: [
      {
        name: 'An X (Twitter) bearer token',
        starts: 'AAAAAAAAAAAAAAAAAAAA',
        form: 'A{0,3}[A-Za-z0-9]{4,16}%2[BbFf](?<random>[A-Za-z0-9%]{40,90})',
      },
      {
        name: 'An X (Twitter) access token',
        keyword: ['twitter', 'x access token'],
        form: '[0-9]{15,20}-[A-Za-z0-9]{40}',
      },
      {
        name: 'An X (Twitter) API secret',
        keyword: ['twitter', 'x api secret', 'x consumer secret'],
        form: '[A-Za-z0-9]{50}',
      },
      {
        name: 'An X (Twitter) access token secret',
        keyword: ['twitter', 'x access token secret'],
        form: '[A-Za-z0-9]{45}',
      },
    ],
  },
  {
    id: 'facebook-token',
    title: 'Facebook or Instagram token in the repository',
    severity: 'high',
    description: 'The token reads and posts as its user, page or app, also in WhatsApp.',
    remediation:
      'Let the token end (Access token debugger, or by changing the app’s secret) and read the new one from the environment.',
    reference: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens/',
    kinds: [
      { name: 'A Facebook access token', starts: 'EAA', form: '[A-Z][A-Za-z0-9]{90,400}' },
      {
        name: 'A Facebook app access token',
        keyword: ['facebook', 'fb app', 'fb access'],
        form: String.raw`[0-9]{13,17}\|[A-Za-z0-9_-]{27}`,
      },
      {
        name: 'A Facebook app secret',
        keyword: ['facebook', 'fb app', 'fb secret', 'meta app secret'],
        form: '[a-f0-9]{32}',
      },
      { name: 'An Instagram access token', starts: ['IGQV', 'IGQW', 'IGAA', 'IGQVJ'], form: '[A-Za-z0-9]{90,300}' },
      { name: 'An Instagram app secret', keyword: 'instagram', form: '[a-f0-9]{32}' },
    ],
  },
  {
    id: 'linkedin-secret',
    title: 'LinkedIn secret in the repository',
    severity: 'high',
    description: 'The secret acts as the application towards people who log in by LinkedIn.',
    remediation: 'Generate a new secret (My apps, Auth) and read the new one from the environment.',
    reference: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow',
    kinds: [
      {
        name: 'A LinkedIn client secret',
        starts: ['WPL_AP0.', 'WPL_AP1.'],
        form: String.raw`[A-Za-z0-9]{16}\.[A-Za-z0-9+/]{8}={0,2}`,
      },
      { name: 'A LinkedIn client secret of the old form', keyword: 'linkedin', form: '[A-Za-z0-9]{16}' },
    ],
  },
  {
    id: 'vk-token',
    title: 'VK token in the repository',
    severity: 'medium',
    description: 'The token acts as its user or community on VK.',
    remediation: 'End the sessions of the app and read the new one from the environment.',
    reference: 'https://dev.vk.com/en/api/access-token/getting-started',
    kinds: [{ name: 'A VK access token', starts: 'vk1.a.', form: '[A-Za-z0-9_-]{150,250}' }],
  },
  {
    id: 'chat-server-token',
    title: 'Token of a chat server in the repository',
    severity: 'medium',
    description: 'The token reads and writes in the chats as its user or bot.',
    remediation: 'Revoke the token in the account’s settings and read the new one from the environment.',
    reference: 'https://developers.mattermost.com/integrate/reference/personal-access-token/',
    kinds: [
      { name: 'A Mattermost access token', keyword: 'mattermost', form: '[a-z0-9]{26}' },
      { name: 'A Zulip API key', keyword: 'zulip', form: '[A-Za-z0-9]{32}' },
      {
        name: 'A Matrix (Synapse) access token',
        starts: 'syt_',
        form: '[A-Za-z0-9+/=_-]{4,80}_[A-Za-z]{20}_[A-Za-z0-9]{6}',
      },
      {
        name: 'A Line channel access token',
        keyword: ['line channel', 'line access'],
        form: '[A-Za-z0-9+/]{170,180}={0,2}',
      },
      {
        name: 'A Webex access token',
        keyword: 'webex',
        form: '[A-Za-z0-9_-]{64}_[A-Za-z0-9_-]{4}_[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
      },
    ],
  },
]
