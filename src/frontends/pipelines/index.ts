import type { FrontEnd } from '../front-end.ts'
import { isJenkinsfilePath, jenkinsfile } from './jenkinsfile.ts'
import { isPackagePath, packageScripts } from './package-scripts.ts'
import { isPipelinePath, pipelineFile } from './pipeline-file.ts'
import { isWorkflowPath, workflowFile } from './workflow.ts'

const pipelines: FrontEnd = {
  files: [
    { name: 'workflow', owns: isWorkflowPath, mayInclude: true, read: workflowFile },
    { name: 'pipeline', owns: isPipelinePath, mayInclude: true, read: pipelineFile },
    { name: 'package', owns: isPackagePath, mayInclude: true, read: packageScripts },
    { name: 'jenkinsfile', owns: isJenkinsfilePath, mayInclude: true, read: jenkinsfile },
  ],
}

export default pipelines
