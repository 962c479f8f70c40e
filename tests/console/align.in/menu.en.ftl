open = Open
save = Save
    .title = Save the file
quit = Quit
