def create():
    """
    Makes a token.

        {"token": "@@HEX40@@"}
    """
    # password = "@@ALNUM20@@"
    return {"token": "@@HEX40:2@@"}
