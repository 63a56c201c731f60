import * as aws from '@pulumi/aws'

new aws.scheduler.Schedule('nightly', {
  target: {
    input: JSON.stringify({ containerOverrides: [{ name: 'app', environment: [{ name: 'DB_PASSWORD', value: '@@PASSWORD:61@@' }] }] }),
  },
})

new aws.ecs.TaskDefinition('web', {
  containerDefinitions: JSON.stringify([{ name: 'web', environment: [{ name: 'API_TOKEN', value: '@@PASSWORD:62@@' }] }]),
})
