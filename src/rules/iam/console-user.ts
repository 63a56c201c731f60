import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'iam/console-user',
    title: 'User logs in to the console with a password',
    severity: 'note',
    practice: 'roles over users',
    description:
      'A password of IAM belongs to one account and one person, and stays when they leave. It is made here with the stack or the state, so whoever reads these has it until it is changed.',
    remediation:
      'Let people come by IAM Identity Center or a federation; where it has to be, with MFA and a password that must be changed.',
    cwe: ['CWE-522'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp'],
  },
  [
    {
      types: 'aws_iam_user_login_profile',
      at: 'user',
      is: 'unset',
      absent: 'wrong',
      says: 'lets a user log in with a password',
    },
    {
      types: 'aws_iam_user_login_profile',
      at: 'password_reset_required',
      is: 'on',
      severity: 'low',
      says: 'makes a password that stays as it is made',
    },
    {
      types: 'aws_iam_user',
      at: [undefined, 'login_profile'],
      is: 'unset',
      says: 'logs in with a password',
    },
    {
      types: 'aws_iam_user',
      at: [undefined, 'login_profile[].password_reset_required'],
      is: 'on',
      severity: 'low',
      says: 'has a password that stays as it is made',
    },
  ],
)
