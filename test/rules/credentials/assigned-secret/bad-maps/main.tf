locals {
  passwords = {
    admin    = "@@ALNUM24@@"
    reader   = "@@ALNUM24:2@@"
    username = "@@ALNUM24:3@@"
  }
  license_key = "@@UPHEX8@@@@UPHEX8:2@@"
  partner_key = { api_key = "@@ALNUM15@@", client_secret = "@@ALNUM11@@" }
}
