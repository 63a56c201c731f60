const token = jwt.sign(claims, '@@ALNUM24@@', { expiresIn: '1h' })
const mac = crypto.createHmac('sha256', "@@ALNUM24:2@@")
const key = process.env.API_KEY || '@@ALNUM24:3@@'
const url = 'https://api.acme.io/v1?access_token=@@ALNUM24:4@@'
