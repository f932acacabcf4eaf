tambourRecherche({"pages":[
["actualites/index.html","Actualités","",""],
["demarches/index.html","Démarches","","Toutes les démarches, en ligne et à la mairie."],
["sources.html","Sources et licences","",""]],
"mots":"actualit demarch licenc lign mairi sourc tout",
"ou":"0C 1D 2C 1B 1B 2C 1B"});
