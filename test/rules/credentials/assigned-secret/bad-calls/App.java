class App {
  Connection a() { return DriverManager.getConnection("jdbc:mysql://db.acme.io/shop", "root", "@@ALNUM24@@"); }
  Object b() { return new SecretKeySpec("@@ALNUM32@@".getBytes(), "AES"); }
  Object c() { return new UsernamePasswordToken("admin", "@@ALNUM24:2@@"); }
  @Value("${api.key:@@ALNUM24:3@@}") String key;
}
