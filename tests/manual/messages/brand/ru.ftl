-university = { $case ->
   *[nominative] Горный университет
    [genitive] Горного университета
}
