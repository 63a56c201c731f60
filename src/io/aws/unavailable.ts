import type { Notification } from '../../core/finding.ts'
import { Problem } from '../../core/problem.ts'

/** No credentials could be had. A Problem when the run insists on them, a notification when it does not. */
export class AwsUnavailable extends Problem {
  readonly notification: Notification

  constructor(level: Notification['level'], message: string) {
    super(message)
    this.notification = { level, id: 'aws-unavailable', message }
  }
}
