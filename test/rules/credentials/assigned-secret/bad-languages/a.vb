Dim password As String = "@@ALNUM24@@"
