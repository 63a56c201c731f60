const API_KEY: &str = "@@ALNUM24@@";
let token = String::from("@@ALNUM24:2@@");
