const endless = '@@JWT@@'
const ends = '@@JWT:ends@@'
