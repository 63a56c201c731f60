const auth = { clientSecret: '@@ALNUM32@@', password: 'Winter2024!' }
process.env.API_KEY = `@@ALNUM32:2@@`
