class App { private static final String CLIENT_SECRET = "@@ALNUM32@@"; void run() { props.put("password", "@@ALNUM20@@"); } }
