const a = await login("joe", password)
const b = jwt.verify(token, process.env.JWT_SECRET)
const c = { headers: { Authorization: `Bearer ${token}` } }
const d = { headers: { Authorization: 'Bearer YOUR_TOKEN_HERE' } }
const e = crypto.createHmac('sha256', key).update("@@HEX40@@")
const f = fetchSecret('OKTA_SSWS_1X')
const g = { cookies: { theme: 'dark-blue-with-a-long-name-1' } }
page.login('username', 'Sign in to your account')
