const sample = '@@JWT:sample@@'
const unsigned = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJib2IifQ.'
